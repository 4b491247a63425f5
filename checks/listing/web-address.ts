const maxLength = 500;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Whether a text is an https address of a public host, without credentials and with nothing in need of quoting. */
export function isWebAddress(text: string): boolean {
  if (text.length > maxLength || !/^https:\/\/[^\s<>"'`\\[\](){}|^]+$/.test(text) || !URL.canParse(text))
    return false;
  const { hostname, username, password } = new URL(text);
  return domain.test(hostname) && username === "" && password === "";
}
