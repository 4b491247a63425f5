import type { Rule } from "../../engine/rule.ts";
import { actionTitle } from "./action-title.ts";
import { batchTag } from "./batch-tag.ts";
import { booleanCheckbox } from "./boolean-checkbox.ts";
import { configFieldToggle } from "./config-field-toggle.ts";
import { connectionHint } from "./connection-hint.ts";
import { consistentTerms } from "./consistent-terms.ts";
import { customAction } from "./custom-action.ts";
import { deprecatedNote } from "./deprecated-note.ts";
import { description } from "./description.ts";
import { enumerable } from "./enumerable.ts";
import { errorMessage } from "./error-message.ts";
import { fieldHint } from "./field-hint.ts";
import { fieldLabel } from "./field-label.ts";
import { help } from "./help.ts";
import { helpLink } from "./help-link.ts";
import { hintHtml } from "./hint-html.ts";
import { hintQuality } from "./hint-quality.ts";
import { idPickList } from "./id-pick-list.ts";
import { noInputsNoOutputs } from "./no-inputs-no-outputs.ts";
import { outputLabels } from "./output-labels.ts";
import { pickListLabels } from "./pick-list-labels.ts";
import { requiredMarked } from "./required-marked.ts";
import { sampleOutput } from "./sample-output.ts";
import { sampleOutputRequests } from "./sample-output-requests.ts";
import { sampleOutputShape } from "./sample-output-shape.ts";
import { spelling } from "./spelling.ts";
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
  consistentTerms,
  customAction,
  deprecatedNote,
  description,
  enumerable,
  errorMessage,
  fieldHint,
  fieldLabel,
  help,
  helpLink,
  hintHtml,
  hintQuality,
  idPickList,
  noInputsNoOutputs,
  outputLabels,
  pickListLabels,
  requiredMarked,
  sampleOutput,
  sampleOutputRequests,
  sampleOutputShape,
  spelling,
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
