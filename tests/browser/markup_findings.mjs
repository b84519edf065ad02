// Validates the HTML of pages and returns what is wrong, as a list of messages.

import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

// What is off is style or taste, unless told; what is on is conformance and accessibility.
const kConfig = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'require-sri': 'off',
    'tel-non-breaking': 'off',
    'void-style': 'off',
    // A list may have a name as well as a region may.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Any id without spaces is valid; the rule's default is the one of HTML 4.
    'valid-id': ['error', { relaxed: true }],
    // The forms here (the low-vision panel, the finders) act at once: nothing is submitted.
    'wcag/h32': 'off',
  },
};

export async function markup_findings(root, pages) {
  const validator = new HtmlValidate(new StaticConfigLoader(kConfig));
  const findings = [];
  for (const page of pages) {
    const report = await validator.validateFile(join(root, page));
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message, severity } of messages) {
        if (severity === 2) findings.push(`${page}:${line}:${column}: ${ruleId}: ${message}`);
      }
    }
  }
  return findings;
}
