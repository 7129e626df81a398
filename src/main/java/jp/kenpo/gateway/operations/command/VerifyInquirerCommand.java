package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.operations.InquirerVerification;
import jp.kenpo.gateway.operations.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enters that a person verified who sent an inquiry (相手先確認); answers that waited for it go on. */
@Command(name = "verify-inquirer")
final class VerifyInquirerCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "TRANSFER", descriptionKey = "transfer")
    private String transfer = "";

    @Option(names = "--method", paramLabel = "METHOD", required = true)
    private InquirerVerification.Method method = InquirerVerification.Method.CALLBACK;

    @Option(names = "--by", paramLabel = "NAME", required = true)
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT")
    private @Nullable String note;

    VerifyInquirerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TransferId inquiry = id();
        KeptText.refuseUnfit(context, by, "--by");
        if (note != null) {
            KeptText.refuseUnfit(context, note, "--note");
        }
        var result = new InquirerVerification(context.installation()).enter(inquiry, method, by, note);
        switch (result.outcome()) {
            case UNKNOWN -> throw context.refusal("error.unknown-transfer", inquiry);
            case NO_INQUIRY -> throw context.refusal("error.no-inquiry", inquiry);
            case NOT_ACCEPTED -> throw context.refusal("error.inquiry-not-accepted", inquiry);
            case ENTERED -> context.say("verified", inquiry, result.answers());
        }
        return 0;
    }

    private TransferId id() {
        try {
            return new TransferId(transfer);
        } catch (IllegalArgumentException e) {
            throw context.refusal("error.transfer-id", Printable.of(transfer));
        }
    }
}
