package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleArnTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/";
    private static final String LONGEST_NAME = "n".repeat(64);

    @ParameterizedTest
    @ValueSource(
            strings = {"aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"})
    void acceptsEveryPartition(String partition) {
        String arn = "arn:" + partition + ":iam::123456789012:role/Reader";

        RoleArn role = new RoleArn(arn);

        assertThat(role).hasToString(arn);
        assertThat(role.accountId()).isEqualTo("123456789012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-", "aws-us", "aws-iso-c", "aws-cn-north", "aws-isob"})
    void refusesAPartitionThatIsNotListed(String partition) {
        assertRefused("arn:" + partition + ":iam::123456789012:role/Reader", "must");
    }

    @Test
    void saysWhichPartWasNotRecognisedInAnUnknownPartition() {
        assertRefused("arn:aws-moon:iam::123456789012:role/Reader", "must name a known AWS partition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A_z0+=,.@-", "team/Reader", "a/b/c/Reader", "!~/Reader", "//Reader", "a:b/Reader"})
    void acceptsPathsAndNamesOfTheirAlphabet(String pathAndName) {
        assertThat(new RoleArn(ROLE + pathAndName).value()).endsWith(pathAndName);
    }

    @Test
    void acceptsANameOf64CharactersButNoMore() {
        assertThat(new RoleArn(ROLE + LONGEST_NAME).value()).endsWith(LONGEST_NAME);
        assertRefused(ROLE + LONGEST_NAME + "n", "must be an IAM role ARN, such as");
    }

    @Test
    void acceptsAPathOf512CharactersButNoMore() {
        String path = "p".repeat(510) + "/"; // with the slash that ends ROLE: 512

        assertThat(new RoleArn(ROLE + path + "n").value()).hasSize(ROLE.length() + 512);
        assertRefused(ROLE + "p" + path + "n", "must have a role path of at most 512 characters");
    }

    @Test
    void accepts613CharactersInAllButNoMore() {
        String longest = "arn:aws-us-gov:iam::123456789012:role/" + "p".repeat(510) + "/" + LONGEST_NAME;

        assertThat(new RoleArn(longest).value()).hasSize(613);
        assertRefused(longest + "n", "must be an IAM role ARN of at most 613 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::12345678901:role/R",
                "arn:aws:iam::1234567890123:role/R",
                "arn:aws:iam::12345678901a:role/R",
                "arn:aws:iam::١٢٣٤٥٦٧٨٩٠١٢:role/R",
                "arn:aws:iam:eu-west-1:123456789012:role/R",
                "arn:aws:iam::123456789012:role/",
                "arn:aws:iam::123456789012:role//R",
                "arn:aws:iam::123456789012:role/R/",
                "arn:aws:iam::123456789012:roles/R",
                "arn:aws:iam::123456789012:Role/R",
                "ARN:aws:iam::123456789012:role/R",
                "arn:aws:s3:::bucket",
                "arn:aws:iam::123456789012:role/R ",
                " arn:aws:iam::123456789012:role/R",
                "arn:aws:iam::123456789012:role/R\n",
                "arn:aws:iam::123456789012:role/R\r\n",
                "arn:aws:iam::123456789012:role/a b/R",
                "arn:aws:iam::123456789012:role/é/R",
                "arn:aws:iam::123456789012:role/R#",
                "arn:aws:iam::123456789012:role/Ré",
                "two words",
                "\n"
            })
    void refusesWhatIsNotARoleArn(String text) {
        assertRefused(text, "must be an IAM role ARN, such as arn:aws:iam::123456789012:role/NAME");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::210987654321:assumed-role/Pasted/session, STS session (assumed-role)",
        "arn:aws-cn:sts::210987654321:assumed-role/Pasted/session, STS session (assumed-role)",
        "arn:aws:iam::210987654321:user/Pasted, is the ARN of an IAM user",
        "arn:aws:iam::210987654321:group/Pasted, is the ARN of an IAM group",
        "arn:aws:iam::210987654321:policy/Pasted, is the ARN of an IAM policy",
        "arn:aws:iam::aws:policy/Pasted, is the ARN of an IAM policy",
        "arn:aws:iam::210987654321:instance-profile/Pasted, is the ARN of an IAM instance-profile",
        "arn:aws:iam::210987654321:root, is the ARN of an IAM root",
        "Pasted, is a bare name",
        "arn:aws:iam::210987654321:role/Pasted*, wildcards are not allowed",
        "arn:aws:iam::*:role/Pasted, wildcards are not allowed",
        "*, wildcards are not allowed",
        "arn:aws:iam::210987654321:role/aws-service-role/x.amazonaws.com/Pasted, must not be a service-linked role",
    })
    void helpsWhoPastedSomethingElse(String pasted, String words) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RoleArn(pasted))
                .withMessageContaining(words)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("Pasted", "210987654321"));
    }

    @Test
    void acceptsAPathThatOnlyBeginsLikeThatOfServiceLinkedRoles() {
        assertThat(new RoleArn(ROLE + "aws-service-roles/Reader").value()).endsWith("Reader");
    }

    @Test
    void isNotFooledByLineEndsIntoAnotherMistake() {
        assertRefused("arn:aws:iam::123456789012:user/a\nb", "is the ARN of an IAM user");
        assertRefused("arn:aws:sts::123456789012:assumed-role/a\nb", "STS session");
        assertRefused("Reader\n", "must be an IAM role ARN");
    }

    private static void assertRefused(String text, String words) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RoleArn(text))
                .withMessageContaining(words);
    }
}
