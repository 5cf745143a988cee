// Sends as many messages of 100 bots as a line says, five of a bot at a time: `node grammy.mjs TELEGRAM`.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";

const BOTS = 100;
const AT_ONCE = 5;
const CHATS = 977;

const [apiRoot] = process.argv.slice(2);
const bots = Array.from({ length: BOTS }, (_, bot) => {
  const api = new Api(`${1_000_001 + bot}:AAtestkit-made-this-token-up-0000000`, { apiRoot });
  api.config.use(autoRetry());
  return api;
});

async function hand(first, sends) {
  const api = bots[first % BOTS];
  for (let index = first; index < sends; index += BOTS * AT_ONCE) {
    await api.sendMessage((Math.floor(index / BOTS) % CHATS) + 1, "one message of a usual length");
  }
}

async function run(sends) {
  const cpu = process.cpuUsage();
  const began = process.hrtime.bigint();
  await Promise.all(Array.from({ length: BOTS * AT_ONCE }, (_, index) => hand(index, sends)));
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const used = process.cpuUsage(cpu);
  return {
    units: sends,
    seconds,
    cpu_micros: (used.user + used.system) / sends,
    threads: Number(/^Threads:\s*(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1]),
    heap_megabytes: process.memoryUsage().heapUsed / 2 ** 20,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(`=> ${JSON.stringify(await run(Number(line)))}`);
}
process.exit(0);
