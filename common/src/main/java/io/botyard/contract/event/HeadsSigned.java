package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entries that came to the chains of one partition since the signature before this one, vouched for: a seal. The
 * seals of a partition are a chain themselves, so none can be taken out, and none is ever replaced.
 *
 * @param partition whose users' chains these are; it is also the record's partition
 * @param number from 1, without gaps in its partition
 * @param previous the hash of the seal before, 64 hexadecimal digits; zeros in the first
 * @param sources how far the topics that entries come from were read in this partition, when this was signed
 * @param others how many seals there were of the other partitions that the same instance signs for: so those of a whole
 *     partition cannot be taken away either
 * @param checkpoint which beginnings of chains need not be there any more; none in most seals
 * @param keyId which key signed
 * @param signature ES256 over the seal's canonical form, as in RFC 7518, base64url
 */
public record HeadsSigned(
        int partition,
        long number,
        String previous,
        Instant at,
        List<Source> sources,
        List<Head> heads,
        List<Other> others,
        @Nullable Checkpoint checkpoint,
        String keyId,
        String signature)
        implements Message {

    public HeadsSigned {
        sources = List.copyOf(sources);
        heads = List.copyOf(heads);
        others = List.copyOf(others);
    }

    /** It concerns many users, so it stands under the platform's key, in a partition that is named. */
    @Override
    @JsonIgnore
    public UserId userId() {
        return UserId.PLATFORM;
    }

    @Override
    @JsonIgnore
    public UUID messageId() {
        return UUID.nameUUIDFromBytes(("heads_signed#" + partition + "#" + number).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    @JsonIgnore
    public Instant said() {
        return at;
    }

    /**
     * A topic that entries come from.
     *
     * @param next the offset that is to be read next
     */
    public record Source(String topic, long next) {}

    /** Another partition, and the number of its newest seal. */
    public record Other(int partition, long number) {}

    /**
     * The last entry of a chain, and those that came before it since it was signed last.
     *
     * @param seq of the last one
     * @param hashes of all of them in their order; the last is the chain's head
     */
    public record Head(UserId userId, long seq, List<String> hashes) {

        public Head {
            hashes = List.copyOf(hashes);
        }

        /** The entry before the first of these. */
        @JsonIgnore
        public long after() {
            return seq - hashes.size();
        }
    }

    /**
     * Leave to drop what was recorded before a time, and where the chains begin that lose something by it. Of many chains
     * several seals tell.
     *
     * @param before the first moment of a month, UTC
     */
    public record Checkpoint(Instant before, List<End> ends) {

        public Checkpoint {
            ends = List.copyOf(ends);
        }
    }

    /**
     * The last entry of a chain that may be dropped, with all before it; whatever is left has to follow it.
     *
     * @param all one hash over the hashes of all entries up to it: that over none is 64 zeros, and each next one is over
     *     the one before and the hash of the next entry, in the form of entries and seals
     */
    public record End(UserId userId, long seq, String hash, String all) {}
}
