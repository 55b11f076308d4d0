// Shows the OpenAPI document of this very server; what is tried out goes to it as well.
window.SwaggerUIBundle({
  url: '../openapi.yaml',
  dom_id: '#api',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  tagsSorter: 'alpha',
  validatorUrl: null, // nothing is sent elsewhere
});
