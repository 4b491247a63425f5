/**
 * The app on a day of its own, so that what it writes about days is the same whenever it runs. Its clock for pauses
 * runs fast: nobody's mailbox has to be spared here.
 */
const offset = Date.parse(process.env["APP_STARTS_AT"] ?? "") - Date.now();
const RealDate = Date;

class ShiftedDate extends RealDate {
  constructor(...values: [] | [string | number | Date]) {
    if (values.length === 0) super(RealDate.now() + offset);
    else super(...values);
  }

  static override now(): number {
    return RealDate.now() + offset;
  }
}

const elapsed = performance.now.bind(performance);
performance.now = () => elapsed() * 100;
globalThis.Date = ShiftedDate as DateConstructor;
await import("../../../app/main.ts");
