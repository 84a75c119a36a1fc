package se.koalition.portal.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.signin.Destination;
import se.koalition.portal.signin.LinkTokens;

/** The pages around signing in; the signing in itself is Spring Security's. */
@Controller
class SignInController {

    private final LinkTokens tokens;

    SignInController(LinkTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String sent,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        model.addAttribute("sent", sent != null);
        model.addAttribute("failed", failed != null);
        model.addAttribute("errors", Map.of());
        model.addAttribute("to", Destination.of(to));
        return "sign-in";
    }

    /** Comes here only if what was given is no address. */
    @PostMapping("/sign-in")
    ModelAndView noAddress(@RequestParam(required = false) @Nullable String to) {
        return new ModelAndView(
                "sign-in",
                Map.of(
                        "sent",
                        false,
                        "failed",
                        false,
                        "errors",
                        Map.of("email", "error.email"),
                        "to",
                        Destination.of(to)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Needs a click, for programs that follow the links in mails would use the token up. */
    @GetMapping("/sign-in/confirm")
    String confirm(@RequestParam String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("to", tokens.destination(token));
        return "sign-in-confirm";
    }
}
