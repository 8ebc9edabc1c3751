import { requestFor } from './request.js';

const KEEP = / *(?:#|\/\/) @(page|vendor)$/;

/** Code for the settings: lines marked for the other kind of turns are left out, and names are written as literals. */
export function render(template, language, settings, base) {
  const turns = settings.serverTurns ? 'vendor' : 'page';
  const request = requestFor(settings);
  const mint = `${base}/v1/realtime/client_secrets`;
  const names = {
    base: JSON.stringify(base),
    mint: language === 'curl' ? inShell(mint) : mint,
    request: LITERALS[language](request),
    model: JSON.stringify(settings.model),
    language: JSON.stringify(settings.language),
  };
  return template
    .split('\n')
    .filter((line) => (KEEP.exec(line)?.[1] ?? turns) === turns)
    .filter((line) => settings.language || !line.includes('{{language}}'))
    .map((line) => line.replace(KEEP, '').replace(/\{\{(\w+)}}/g, (_, name) => names[name]))
    .join('\n');
}

const LITERALS = {
  browser: (request) => indented(request, 2).replaceAll('<', '\\u003c'),
  curl: (request) => inShell(JSON.stringify(request)),
  javascript: (request) => indented(request, 2),
  python: (request) => indented(request, 4).replace(/: null(?=,?\n)/g, ': None'),
  java: () => '',
};

/** Innermost objects on one line. */
function indented(tree, indent) {
  return JSON.stringify(tree, null, indent).replace(
    /\{\n\s*([^{}]*)\n\s*\}/g,
    (_, members) => `{${members.replace(/\n\s*/g, ' ')}}`,
  );
}

function inShell(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
