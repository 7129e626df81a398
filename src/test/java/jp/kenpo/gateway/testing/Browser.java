package jp.kenpo.gateway.testing;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Chromium without a screen, as an operator's browser. */
public final class Browser implements AutoCloseable {

    private static final String NO_SCRIPTS = "profile.managed_default_content_settings.javascript";
    private static final int BLOCKED = 2;

    private final ChromeDriverService service;
    private final RemoteWebDriver driver;

    private Browser(ChromeDriverService service, ChromeOptions options) {
        this.service = service;
        this.driver = new RemoteWebDriver(service.getUrl(), options);
    }

    /** Starts one that asks for a language; without Chromium and its driver the test is skipped. */
    public static Browser start(String language) throws Exception {
        return start(language, Map.of());
    }

    /** Starts one that runs no scripts. */
    public static Browser withoutScripts(String language) throws Exception {
        return start(language, Map.of(NO_SCRIPTS, BLOCKED));
    }

    private static Browser start(String language, Map<String, Object> preferences) throws Exception {
        Path program = Peers.chromium();
        File driver = Peers.chromiumDriver().toFile();
        var options = new ChromeOptions();
        options.setBinary(program.toFile());
        // who builds as root has no sandbox of Chromium's; the shared memory of a container is small
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900");
        options.addArguments("--lang=" + language, "--accept-lang=" + language, "--no-proxy-server");
        options.setExperimentalOption("prefs", preferences);
        var told = new LoggingPreferences();
        told.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability(ChromeOptions.LOGGING_PREFS, told);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver)
                .usingAnyFreePort()
                .build();
        service.start();
        try {
            return new Browser(service, options);
        } catch (RuntimeException e) {
            service.stop();
            throw e;
        }
    }

    public void open(URI address) {
        driver.get(address.toString());
    }

    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Follows a link by its text. */
    public void follow(String link) {
        driver.findElement(By.linkText(link)).click();
    }

    /** Returns what a reader sees of the page. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Runs a script in the page, even where the page's own are blocked, and returns what it returns. */
    public Object run(String script) {
        return driver.executeScript(script);
    }

    /** Returns what the browser complained of since it was asked last: scripts that failed, contents that were blocked. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            service.stop();
        }
    }
}
