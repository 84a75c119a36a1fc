SwaggerUIBundle({
  url: "/api/openapi.yaml",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  // The address of the description would be sent to a validator on the internet.
  validatorUrl: null,
});
