-- The supergroup that took the place of a call's chat, when Telegram said so.
ALTER TABLE operations ADD COLUMN migrated_to_chat_id bigint;
