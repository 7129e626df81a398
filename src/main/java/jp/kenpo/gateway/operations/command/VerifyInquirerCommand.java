package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.operations.InquirerVerification;
import jp.kenpo.gateway.operations.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enters that a person verified who sent an inquiry (相手先確認); answers that waited for it go on. */
@Command(name = "verify-inquirer")
final class VerifyInquirerCommand implements Callable<Integer> {

    /** A note is no letter, and what is short is looked over before it is sealed for ever. */
    private static final int LONGEST = 200;

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
        refuseUnfit(by);
        if (note != null) {
            refuseUnfit(note);
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

    /** What is entered stays for ever: no My Number, and not so much that a member could be described. */
    private void refuseUnfit(String text) {
        if (text.isBlank() || text.length() > LONGEST || MyNumber.countIn(text) > 0) {
            throw context.refusal("error.verification-text", LONGEST);
        }
    }

    private TransferId id() {
        try {
            return new TransferId(transfer);
        } catch (IllegalArgumentException e) {
            throw context.refusal("error.transfer-id", Printable.of(transfer));
        }
    }
}
