export { UserError } from "../checks/cli/user-error.ts";
