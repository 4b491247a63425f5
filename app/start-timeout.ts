/**
 * A signal that is aborted after a time, unless `done` is called before. `AbortSignal.timeout` has no such end: with many
 * short pieces of work, the timers of those long done would pile up.
 */
export function startTimeout(ms: number): { readonly signal: AbortSignal; readonly done: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException("it took too long", "TimeoutError")), ms);
  return { signal: controller.signal, done: () => clearTimeout(timer) };
}
