# An operator makes the next key, and says which old ones are done with.
path "transit/keys/botyard-tokens" {
  capabilities = ["read"]
}
path "transit/keys/botyard-tokens/rotate" {
  capabilities = ["update"]
}
path "transit/keys/botyard-tokens/config" {
  capabilities = ["update"]
}
