package io.botyard.worker.call;

import java.util.Locale;
import java.util.Set;

/** Methods that may be called again when nobody knows whether Telegram acted: doing them twice is as doing them once. */
final class RepeatableMethods {

    /** A list, not a prefix: a method that Telegram adds is not repeatable until somebody has read what it does. */
    private static final Set<String> NAMES = Set.of(
            "getme",
            "getchat",
            "getchatadministrators",
            "getchatmember",
            "getchatmembercount",
            "getfile",
            "getuserprofilephotos",
            "getmycommands",
            "getmydescription",
            "getmyname",
            "getmyshortdescription",
            "getstickerset",
            "getwebhookinfo",
            "getchatmenubutton",
            "setmycommands",
            "setmydescription",
            "setmyname",
            "setmyshortdescription",
            "setchatmenubutton",
            "setchattitle",
            "setchatdescription",
            "deletemycommands",
            "editmessagetext",
            "editmessagecaption",
            "editmessagereplymarkup",
            "editmessagemedia",
            "deletemessage",
            "deletemessages",
            "pinchatmessage",
            "unpinchatmessage",
            "sendchataction",
            "answercallbackquery");

    /** What Telegram answers when an earlier attempt had done it. */
    private static final Set<String> ALREADY_SO = Set.of("message is not modified", "message to delete not found");

    private RepeatableMethods() {}

    static boolean contains(String method) {
        return NAMES.contains(method.toLowerCase(Locale.ROOT));
    }

    static boolean saysAlreadySo(String description) {
        return ALREADY_SO.stream().anyMatch(description::contains);
    }
}
