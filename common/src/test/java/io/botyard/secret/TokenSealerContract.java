package io.botyard.secret;

/** What whoever seals and keeps the keys promises: both contracts, on the same keys. */
public interface TokenSealerContract extends TokenCipherContract, TokenKeysContract {

    TokenSealer one();

    /** The same keys as another process sees them; it was open before anything is done to the first. */
    TokenSealer other();

    @Override
    default TokenCipher cipher() {
        return one();
    }

    @Override
    default TokenKeys keys() {
        return one();
    }

    @Override
    default TokenCipher otherCipher() {
        return other();
    }

    @Override
    default TokenKeys otherKeys() {
        return other();
    }
}
