# A gateway seals what users bring, and opens nothing.
path "transit/encrypt/botyard-tokens" {
  capabilities = ["update"]
}
