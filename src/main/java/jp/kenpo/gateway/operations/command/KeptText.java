package jp.kenpo.gateway.operations.command;

import jp.kenpo.gateway.member.MyNumber;

/** What a person writes into the ledger, where it stays for ever. */
final class KeptText {

    /** A note is no letter, and what is short is looked over before it is sealed for ever. */
    private static final int LONGEST = 200;

    private KeptText() {}

    /** Refuses a My Number, line breaks and the like, and so much that a member could be described. */
    static void refuseUnfit(CommandContext context, String text, String option) {
        boolean unseen = text.chars().anyMatch(Character::isISOControl);
        if (text.isBlank() || unseen || text.length() > LONGEST || MyNumber.countIn(text) > 0) {
            throw context.refusal("error.kept-text", option, LONGEST);
        }
    }

    /** Returns who carries the command out: the user of the operating system. */
    static String user() {
        return ProcessHandle.current().info().user().orElse("unknown");
    }
}
