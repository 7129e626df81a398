package jp.kenpo.gateway.console;

import java.util.Locale;
import jp.kenpo.gateway.operations.RefusalMeaning;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how everything is. */
@Controller
final class StatusController {

    private final StatusPage page;

    StatusController(StatusPage page) {
        this.page = page;
    }

    @GetMapping("/")
    String status(Model model, Locale locale) {
        model.addAttribute("language", locale.getLanguage());
        model.addAttribute("meaning", new RefusalMeaning(locale));
        page.found().ifPresent(found -> {
            model.addAttribute("routes", page.lines(found.routes(), locale));
            model.addAttribute("waiting", found.waiting());
            model.addAttribute("latest", found.latest());
        });
        model.addAttribute("now", page.now());
        return "status";
    }
}
