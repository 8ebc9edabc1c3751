// Shows the contract that the service serves. Read only: the page asks for no credential and calls no operation.
const contract = new URL('../openapi.json', import.meta.url).pathname;

/** The button shows which credentials there are; the page has no use for one. */
const credentials = ({ React }) => ({
  wrapComponents: {
    authorizeBtn:
      () =>
      ({ showPopup, onClick, getComponent }) =>
        React.createElement(
          'div',
          { className: 'auth-wrapper' },
          React.createElement('button', { type: 'button', className: 'btn authorize', onClick }, 'Credentials'),
          showPopup && React.createElement(getComponent('authorizationPopup', true)),
        ),
  },
});

const dark = matchMedia('(prefers-color-scheme: dark)');
const colour = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', colour);
colour();

globalThis.SwaggerUIBundle({
  url: contract,
  domNode: document.getElementById('docs'),
  plugins: [credentials],
  deepLinking: true,
  supportedSubmitMethods: [],
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
});
