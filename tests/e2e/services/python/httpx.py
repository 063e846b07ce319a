"""The few parts of httpx that the integration guide uses, over the standard library, for machines without the package."""

import base64
import json as codec
import urllib.error
import urllib.request


class Response:
    def __init__(self, status_code, headers, content):
        self.status_code = status_code
        self.headers = headers
        self.content = content

    def json(self):
        return codec.loads(self.content)


class AsyncClient:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return None

    async def get(self, url, auth=None):
        return self._request("GET", url, auth)

    async def post(self, url, json, auth=None):
        return self._request("POST", url, auth, json)

    async def put(self, url, json, auth=None):
        return self._request("PUT", url, auth, json)

    def _request(self, method, url, auth, body=None):
        headers = {}
        if auth is not None:
            pair = f"{auth[0]}:{auth[1]}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = codec.dumps(body).encode()
        request = urllib.request.Request(url, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return Response(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            # As httpx does: a refusal is an answer, too.
            return Response(answer.code, answer.headers, answer.read())
