"""A client that knows nothing of the API but its OpenAPI document."""

import requests
from jsonschema import Draft202012Validator, RefResolver


class ApiError(Exception):
    """An error answer that the document names."""

    def __init__(self, status, error):
        super().__init__(error["message"])
        self.status = status
        self.code = error["code"]
        self.details = error.get("details", [])


class Answer:
    """A 200 answer, with the headers of its request and the links that lead on from it."""

    def __init__(self, body, request_headers, links):
        self.body = body
        self.request_headers = request_headers
        self.links = links


class Client:
    def __init__(self, document, origin, credentials):
        self.document = document
        self.origin = origin
        self.credentials = credentials
        self.operations = {
            operation["operationId"]: (method, path, operation)
            for path, item in document["paths"].items()
            for method, operation in item.items()
        }

    def resolve(self, node):
        while "$ref" in node:
            target = self.document
            for step in node["$ref"].split("/")[1:]:
                target = target[step.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def validate(self, schema, value):
        resolver = RefResolver("", self.document)
        Draft202012Validator(schema, resolver=resolver).validate(value)

    def call(self, operation_id, parameters=None, body=None, files=None, check=True):
        """Sends what the document says, and refuses an answer that it does not name."""
        method, path, operation = self.operations[operation_id]
        headers, query = {}, {}
        scheme = self.document["components"]["securitySchemes"]["apiKey"]
        headers[scheme["name"]] = self.credentials["apiKey"]
        given = {**self.credentials, **(parameters or {})}
        for parameter in map(self.resolve, operation.get("parameters", [])):
            name = parameter["name"]
            if name not in given:
                assert not parameter.get("required"), name
                continue
            if check:
                self.validate(parameter["schema"], given[name])
            if parameter["in"] == "path":
                path = path.replace("{" + name + "}", given[name])
            else:
                (headers if parameter["in"] == "header" else query)[name] = given[name]
        if body is not None and check and files is None:
            self.validate(operation["requestBody"]["content"]["application/json"]["schema"], body)
        payload = {"data": body, "files": files} if files else {"json": body}
        response = requests.request(
            method, self.origin + path, params=query, headers=headers, timeout=30, **(payload if body else {})
        )
        return self.read(operation, response, headers)

    def read(self, operation, response, request_headers):
        documented = self.resolve(operation["responses"][str(response.status_code)])
        for name, header in documented["headers"].items():
            header = self.resolve(header)
            assert name in response.headers or not header.get("required"), name
        body = response.json()
        self.validate(documented["content"]["application/json"]["schema"], body)
        if response.status_code == 200:
            return Answer(body, request_headers, documented.get("links", {}))
        assert body["error"]["code"] in operation["x-error-codes"], body
        raise ApiError(response.status_code, body["error"])

    def follow(self, answer, name):
        """Goes where a link of an answer leads."""
        link = answer.links[name]
        parameters = {}
        for parameter, expression in link["parameters"].items():
            source, _, key = expression.partition("#/")
            if source == "$response.body":
                value = answer.body[key]
            else:
                value = answer.request_headers[expression.removeprefix("$request.header.")]
            parameters[parameter.split(".", 1)[1]] = value
        return self.call(link["operationId"], parameters)


def connect(origin, credentials):
    return Client(requests.get(origin + "/openapi.json", timeout=30).json(), origin, credentials)
