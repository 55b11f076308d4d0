package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.Usage;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.mapstruct.factory.Mappers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What goes over the wire: a body that is read and validated, and a list of twenty that is written. */
@State(Scope.Benchmark)
public class Wire {
    private static final int PAGE = 20;

    private final byte[] body =
            ("{\"org_id\":\"acme\",\"type\":\"azure\",\"name\":\"Production\",\"specific\":{\"tenant\":\"contoso.com\","
                            + "\"clientId\":\"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60\",\"key\":\"not-a-real-secret\"},\"comments\":\"\"}")
                    .getBytes(UTF_8);
    private final ValueValidator validator = new ValueValidator(Clock.systemUTC());
    private final ReplyMapper mapper = Mappers.getMapper(ReplyMapper.class);
    private final List<CredentialSummary> page = Collections.nCopies(
            PAGE,
            new CredentialSummary(
                    new CredentialId("019f0c5e-7d8a-7c31-9b52-3f1d6a0e4c77"),
                    CloudType.AWS,
                    new CredentialName("Production"),
                    new Comments("of the shop"),
                    Usage.NEVER));

    @Benchmark
    public Object readAndValidate() {
        Violations violations = new Violations();
        MemberReader members = MemberReader.of(RequestBody.parse(body), violations);
        CreateRequest request = CreateRequest.read(members);
        members.end();
        validator.check(request, violations::member);
        violations.throwIfAny();
        return request;
    }

    @Benchmark
    public byte[] writeAList() {
        return Json.bytes(page.stream().map(mapper::listed).toList());
    }
}
