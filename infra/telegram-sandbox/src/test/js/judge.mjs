// grammY takes the sandbox for Telegram: run as `node judge.mjs <base address> <token>`.
import assert from "node:assert/strict";
import { Bot, GrammyError, InputFile } from "grammy";

const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });

async function refusal(call) {
  const error = await call.then(
    () => assert.fail("was not refused"),
    (thrown) => thrown,
  );
  assert.ok(error instanceof GrammyError, String(error));
  return error;
}

async function control(path, body) {
  const response = await fetch(apiRoot + path, { method: "POST", body: JSON.stringify(body) });
  const said = await response.text();
  assert.ok(response.ok, said);
  return JSON.parse(said);
}

const id = Number(token.split(":")[0]);

const checks = {
  async learnsWhoItIs() {
    const me = await bot.api.getMe();
    assert.equal(me.id, id);
    assert.equal(me.is_bot, true);
  },

  async sendsEditsAndDeletes() {
    const sent = await bot.api.sendMessage(5, "Grüße 🌍");
    assert.equal(sent.text, "Grüße 🌍");
    assert.equal(sent.chat.type, "private");
    const edited = await bot.api.editMessageText(5, sent.message_id, "changed");
    assert.equal(edited.text, "changed");
    assert.match((await refusal(bot.api.editMessageText(5, sent.message_id, "changed"))).description, /not modified/);
    assert.equal(await bot.api.deleteMessage(5, sent.message_id), true);
  },

  async uploadsFilesAndAlbums() {
    const sent = await bot.api.sendDocument(5, new InputFile(Buffer.from("abc"), "a.txt"));
    assert.ok(sent.document.file_id);
    const album = await bot.api.sendMediaGroup(5, [
      { type: "photo", media: "file-id-1" },
      { type: "photo", media: new InputFile(Buffer.from("abc"), "b.jpg") },
    ]);
    assert.equal(album.length, 2);
  },

  async understandsRefusals() {
    await control("/sandbox/faults", { retry_after: 9 });
    const error = await refusal(bot.api.sendMessage(5, "a"));
    assert.equal(error.error_code, 429);
    assert.equal(error.parameters.retry_after, 9);
    assert.equal((await refusal(bot.api.sendMessage(0, "a"))).description, "Bad Request: chat not found");
  },

  async receivesUpdatesByLongPolling() {
    const person = { id: 7, is_bot: false, first_name: "Ada" };
    const message = { message_id: 1, date: 1, text: "/start", from: person, chat: { id: 7, type: "private", first_name: "Ada" } };
    message.entities = [{ type: "bot_command", offset: 0, length: 6 }];
    const heard = new Promise((resolve) => bot.command("start", async (ctx) => resolve(await ctx.reply("welcome"))));
    let polling;
    await new Promise((resolve) => (polling = bot.start({ drop_pending_updates: true, onStart: resolve })));
    await control("/sandbox/updates", { bot_id: id, update: { message } });
    const reply = await heard;
    assert.equal(reply.text, "welcome");
    assert.equal(reply.chat.id, 7);
    await bot.stop();
    await polling;
  },
};

for (const [name, check] of Object.entries(checks)) {
  await check();
  console.log("ok " + name);
}
