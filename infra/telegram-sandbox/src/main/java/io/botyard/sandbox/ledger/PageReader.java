package io.botyard.sandbox.ledger;

import io.botyard.sandbox.journal.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one page: the calls that a filter admits, each joined with its answer, which may stand much later. */
final class PageReader {

    private final CallFilter filter;
    private final Set<Long> unanswered;
    private final Map<Long, Call> found = new LinkedHashMap<>();
    private int awaited;

    PageReader(CallFilter filter, Set<Long> unanswered) {
        this.filter = filter;
        this.unanswered = unanswered;
    }

    CallPage read(Lines lines) {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (LedgerLine.isArrival(line)) {
                arrival(line);
            } else if (LedgerLine.isAnswer(line)) {
                answer(line);
            }
            if (full() && awaited == 0) {
                break;
            }
        }
        List<Call> calls = List.copyOf(found.values());
        return new CallPage(calls, full() ? (Long) calls.getLast().seq() : null);
    }

    private void arrival(byte[] line) {
        if (full() || LedgerLine.seq(line) <= filter.after()) {
            return;
        }
        Call call = LedgerLine.call(line);
        if (filter.admits(call)) {
            found.put(call.seq(), call);
            if (!unanswered.contains(call.seq())) {
                awaited++;
            }
        }
    }

    private void answer(byte[] line) {
        Call call = found.get(LedgerLine.seq(line));
        if (call != null && call.answer() == null) {
            found.put(call.seq(), LedgerLine.answered(call, line));
            awaited--;
        }
    }

    private boolean full() {
        return found.size() == filter.limit();
    }
}
