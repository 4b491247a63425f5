/** The verbs of requests: https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/http.html */
export const httpVerbs = [
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "options",
  "head",
  "copy",
  "move",
] as const;

/** The verbs of requests that connectors make; `options` and the others are rare, and names of variables as well. */
export const commonVerbs = ["get", "post", "put", "patch", "delete"] as const;

/** What can be chained to a request before it is sent; any other method sends it. */
export const requestBuilders: ReadonlySet<string> = new Set([
  "payload",
  "params",
  "headers",
  "case_sensitive_headers",
  "user",
  "password",
  "auth_type",
  "digest_auth",
  "tls_client_cert",
  "tls_server_certs",
  "request_body",
  "format_json",
  "format_xml",
  "request_format_json",
  "request_format_xml",
  "request_format_www_form_urlencoded",
  "request_format_multipart_form",
  "response_format_json",
  "response_format_xml",
  "response_format_raw",
  "after_response",
  "after_error_response",
  "follow_redirection",
  "ignore_redirection",
]);
