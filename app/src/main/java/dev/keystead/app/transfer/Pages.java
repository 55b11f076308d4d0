package dev.keystead.app.transfer;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** All elements of a walk from page to page, one page in memory at a time. Not safe for use by many threads. */
final class Pages<T> implements Iterator<T> {
    /** How many elements to ask for; a page with fewer is the last one. */
    static final int SIZE = 500;

    private final Function<Optional<T>, List<T>> nextPage;
    private List<T> page;
    private int index;

    /**
     * Reads the first page.
     *
     * @param nextPage the page behind an element; the first one if there is none
     */
    Pages(Function<Optional<T>, List<T>> nextPage) {
        this.nextPage = nextPage;
        this.page = nextPage.apply(Optional.empty());
    }

    @Override
    public boolean hasNext() {
        if (index == SIZE) {
            page = nextPage.apply(Optional.of(page.get(SIZE - 1)));
            index = 0;
        }
        return index < page.size();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(index++);
    }
}
