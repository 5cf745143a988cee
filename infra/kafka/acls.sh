#!/bin/sh
# Gives each service what it needs of Kafka, and nothing else. May be repeated.
#
#   BOOTSTRAP=kafka-1:9093 COMMAND_CONFIG=admin.properties infra/kafka/acls.sh
#
# COMMAND_CONFIG is a file of client settings of somebody who may alter ACLs. KAFKA_ACLS names Kafka's own kafka-acls.sh
# where it is not on the PATH; GATEWAY_USER, WORKER_USER and AUDIT_USER the users where they have other names.
set -eu

: "${BOOTSTRAP:?the brokers, such as kafka-1:9093}"
: "${COMMAND_CONFIG:?a file of client settings of somebody who may alter ACLs}"

gateway=${GATEWAY_USER:-botyard-gateway}
worker=${WORKER_USER:-botyard-worker}
audit=${AUDIT_USER:-botyard-audit}

# As they are named, or, where this is "prefixed", all that begin so.
pattern=literal

# who, what, kind, names
allow() {
  who=$1 what=$2 kind=$3
  shift 3
  for name in "$@"; do
    set -- "$@" "--$kind" "$name"
    shift
  done
  "${KAFKA_ACLS:-kafka-acls.sh}" --bootstrap-server "$BOOTSTRAP" --command-config "$COMMAND_CONFIG" \
    --add --allow-principal "User:$who" --operation "$what" "$@" --resource-pattern-type "$pattern"
}

# Each service sees to it at its start that all topics are there with the deployment's partition count. The gateway makes
# those that are missing; the others wait for that.
for user in "$gateway" "$worker" "$audit"; do
  allow "$user" Describe topic \
    bot.commands bot.calls bot.updates bot.intents bot.events bot.outcomes bot.replies audit.access audit.heads \
    ops.activity ops.health \
    bot.commands.dlq bot.calls.dlq bot.updates.dlq bot.intents.dlq bot.events.dlq bot.outcomes.dlq bot.replies.dlq \
    audit.access.dlq audit.heads.dlq ops.activity.dlq ops.health.dlq
done
allow "$gateway" Create topic \
  bot.commands bot.calls bot.updates bot.intents bot.events bot.outcomes bot.replies audit.access audit.heads \
  ops.activity ops.health \
  bot.commands.dlq bot.calls.dlq bot.updates.dlq bot.intents.dlq bot.events.dlq bot.outcomes.dlq bot.replies.dlq \
  audit.access.dlq audit.heads.dlq ops.activity.dlq ops.health.dlq

# The gateway says what is asked and who came in; it reads answers and events without a group.
allow "$gateway" Write topic bot.commands bot.calls audit.access bot.replies.dlq
allow "$gateway" Read topic bot.replies bot.events bot.outcomes

# The worker carries out; it asks itself to check a token again when two users claim one bot.
allow "$worker" Read group bot-worker
allow "$worker" Read topic bot.commands bot.calls bot.intents bot.outcomes
allow "$worker" Write topic bot.intents bot.events bot.outcomes bot.replies bot.commands \
  bot.commands.dlq bot.calls.dlq bot.intents.dlq bot.outcomes.dlq

# The audit service reads what happened, signs that for ever, says when an older database stands in the place of the one
# whose trails were signed, and sets aside what it cannot read.
allow "$audit" Read group audit-service
allow "$audit" Read topic bot.commands bot.calls bot.events bot.outcomes audit.access audit.heads ops.activity
allow "$audit" DescribeConfigs topic audit.heads
allow "$audit" AlterConfigs topic audit.heads
allow "$audit" Write topic audit.heads audit.access \
  bot.commands.dlq bot.calls.dlq bot.events.dlq bot.outcomes.dlq audit.access.dlq ops.activity.dlq

# It says how much waits for the workers, who alone may say what they have finished.
allow "$audit" Describe group bot-worker

# It counts outcomes with Kafka Streams, in transactions, and keeps what it has counted in topics of its own.
allow "$audit" Read group botyard-activity
allow "$audit" Write topic ops.activity ops.health
pattern=prefixed
allow "$audit" Create topic botyard-activity-
allow "$audit" Read topic botyard-activity-
allow "$audit" Write topic botyard-activity-
allow "$audit" Write transactional-id botyard-activity-
pattern=literal
