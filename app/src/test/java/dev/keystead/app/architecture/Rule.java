package dev.keystead.app.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** A rule of the architecture: its name is the sentence. */
interface Rule {

    /** The rule over the tree under a root package, such as {@code dev.keystead}. */
    ArchRule over(String root);

    /** The class of the tree under {@code broken.keystead} that breaks it, by its name below that root. */
    String violator();
}
