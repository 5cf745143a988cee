"""Reads a JSON body, has Kafka keep it on every replica in sync, and answers 202: `accept.py KAFKA PORT`."""

import itertools
import json
import sys
import uuid
from contextlib import asynccontextmanager
from datetime import datetime, timezone

import uvicorn
from aiokafka import AIOKafkaProducer
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

KAFKA, PORT = sys.argv[1], int(sys.argv[2])
KEYS = itertools.cycle(str(key).encode() for key in range(400))


@asynccontextmanager
async def lifespan(running: FastAPI):
    running.state.producer = AIOKafkaProducer(bootstrap_servers=KAFKA, acks="all", enable_idempotence=True)
    await running.state.producer.start()
    yield
    await running.state.producer.stop()


app = FastAPI(lifespan=lifespan)


@app.post("/api/user-bot/messages")
async def accept(request: Request):
    operation = str(uuid.uuid4())
    record = {"id": operation, "body": await request.json(), "accepted_at": datetime.now(timezone.utc).isoformat()}
    await app.state.producer.send_and_wait("bot.calls", json.dumps(record).encode(), key=next(KEYS))
    return JSONResponse({"operation_id": operation, "kind": "call_method", "status": "accepted"}, status_code=202)


uvicorn.run(app, host="127.0.0.1", port=PORT, loop="uvloop", http="httptools", log_level="error")
