package se.koalition.portal.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's description (OpenAPI 3.1), to read by programs and by people. */
@Controller
class DocumentationController {

    @GetMapping("/api/openapi.yaml")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .body(new ClassPathResource("openapi.yaml"));
    }

    @GetMapping("/api/docs")
    String page() {
        return "docs";
    }
}
