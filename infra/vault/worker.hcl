# A worker opens what it sends with, seals anew what an old key sealed, and looks which key is the newest.
path "transit/decrypt/botyard-tokens" {
  capabilities = ["update"]
}
path "transit/rewrap/botyard-tokens" {
  capabilities = ["update"]
}
path "transit/encrypt/botyard-tokens" {
  capabilities = ["update"]
}
path "transit/keys/botyard-tokens" {
  capabilities = ["read"]
}
