"""Calls one function of the guide: `call.py <function> <arguments as a JSON list>`; prints what it returns as JSON."""

import asyncio
import json
import sys

import client

name, arguments = sys.argv[1:]
print(json.dumps(asyncio.run(getattr(client, name)(*json.loads(arguments)))))
