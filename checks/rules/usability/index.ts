import type { Rule } from "../../engine/rule.ts";
import { actionTitle } from "./action-title.ts";
import { batchTag } from "./batch-tag.ts";
import { booleanCheckbox } from "./boolean-checkbox.ts";
import { configFieldToggle } from "./config-field-toggle.ts";
import { connectionHint } from "./connection-hint.ts";
import { customAction } from "./custom-action.ts";
import { deprecatedNote } from "./deprecated-note.ts";
import { description } from "./description.ts";
import { errorMessage } from "./error-message.ts";
import { fieldHint } from "./field-hint.ts";
import { fieldLabel } from "./field-label.ts";
import { help } from "./help.ts";
import { hintHtml } from "./hint-html.ts";
import { hintQuality } from "./hint-quality.ts";
import { noInputsNoOutputs } from "./no-inputs-no-outputs.ts";
import { pickListLabels } from "./pick-list-labels.ts";
import { sampleOutput } from "./sample-output.ts";
import { sampleOutputShape } from "./sample-output-shape.ts";
import { staticWebhookHelp } from "./static-webhook-help.ts";
import { sticky } from "./sticky.ts";
import { subtitle } from "./subtitle.ts";
import { titleConnector } from "./title-connector.ts";
import { titleMissing } from "./title-missing.ts";
import { toggleForSelect } from "./toggle-for-select.ts";
import { toggleHintValues } from "./toggle-hint-values.ts";
import { tooManyInputs } from "./too-many-inputs.ts";
import { triggerTitle } from "./trigger-title.ts";
import { typeControl } from "./type-control.ts";

/** The rules of the family, sorted by id. */
export const usabilityRules: readonly Rule[] = [
  actionTitle,
  batchTag,
  booleanCheckbox,
  configFieldToggle,
  connectionHint,
  customAction,
  deprecatedNote,
  description,
  errorMessage,
  fieldHint,
  fieldLabel,
  help,
  hintHtml,
  hintQuality,
  noInputsNoOutputs,
  pickListLabels,
  sampleOutput,
  sampleOutputShape,
  staticWebhookHelp,
  sticky,
  subtitle,
  titleConnector,
  titleMissing,
  toggleForSelect,
  toggleHintValues,
  tooManyInputs,
  triggerTitle,
  typeControl,
];
