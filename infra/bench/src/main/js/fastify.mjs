// Reads a JSON body, has Kafka keep it on every replica in sync, and answers 202: `node fastify.mjs KAFKA each|gathered PORT`.
import { randomUUID } from "node:crypto";
import Fastify from "fastify";
import { Kafka, logLevel } from "kafkajs";

const [kafka, mode, port] = process.argv.slice(2);
const topic = "bot.calls";
const producer = new Kafka({ brokers: [kafka], logLevel: logLevel.NOTHING }).producer({ idempotent: true, maxInFlightRequests: 5 });
await producer.connect();

let waiting = [];

function gathered(message) {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ message, resolve, reject });
  });
}

function flush() {
  const batch = waiting;
  waiting = [];
  producer.send({ topic, acks: -1, messages: batch.map((each) => each.message) }).then(
    () => batch.forEach((each) => each.resolve()),
    (failure) => batch.forEach((each) => each.reject(failure)),
  );
}

const send = mode === "gathered" ? gathered : (message) => producer.send({ topic, acks: -1, messages: [message] });

const server = Fastify();
let next = 0;
server.post("/api/user-bot/messages", async (request, reply) => {
  const id = randomUUID();
  await send({ key: String(next++ % 400), value: JSON.stringify({ id, body: request.body, accepted_at: new Date().toISOString() }) });
  return reply.code(202).send({ operation_id: id, kind: "call_method", status: "accepted" });
});
await server.listen({ host: "127.0.0.1", port: Number(port) });
