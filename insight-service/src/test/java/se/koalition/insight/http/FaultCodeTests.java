package se.koalition.insight.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever says it in other words can rely on the code. */
class FaultCodeTests {

    private record Sample(
            @NotBlank String blank,
            @Null String fixed,
            @Size(max = 2) String text,
            @Size(max = 2) List<String> list,
            @Email String address,
            @Pattern(regexp = "sv|en") String language,
            @Pattern(regexp = "(?i:https?)://.*") String link,
            @Pattern(regexp = "\\P{Cc}*") String line) {}

    @Test
    void eachConstraintHasItsCode() {
        Sample sample = new Sample(" ", "x", "abc", List.of("a", "b", "c"), "nobody", "de", "ftp://here", "one\ntwo");
        DirectFieldBindingResult result = new DirectFieldBindingResult(sample, "sample");
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            new SpringValidatorAdapter(factory.getValidator()).validate(sample, result);
        }

        assertThat(result.getFieldErrors().stream().collect(Collectors.toMap(FieldError::getField, FaultCode::of)))
                .isEqualTo(Map.of(
                        "blank", FaultCode.REQUIRED,
                        "fixed", FaultCode.FIXED,
                        "text", FaultCode.TOO_LONG,
                        "list", FaultCode.TOO_MANY,
                        "address", FaultCode.EMAIL,
                        "language", FaultCode.CHOICE,
                        "link", FaultCode.WEB_ADDRESS,
                        "line", FaultCode.CHARACTERS));
    }

    @Test
    void theContractListsThemAll() throws IOException {
        String contract = Files.readString(Path.of("..", "contracts", "openapi.yaml"));
        JsonNode listed =
                JsonMapper.shared().valueToTree(new Yaml().load(contract)).at("/components/schemas/FaultCode/enum");

        assertThat(listed.valueStream().map(code -> code.asString("")))
                .containsAll(Arrays.stream(FaultCode.values())
                        .map(FaultCode::wireName)
                        .toList());
    }
}
