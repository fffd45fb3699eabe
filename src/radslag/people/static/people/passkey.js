// Binds the forms marked data-passkey to allauth's passkey code, without a line of script in the page.
// Each form holds its hidden field «credential» and its button; what the server asks lies in #passkey-data.
(() => {
  if (!window.PublicKeyCredential) return;
  const bind = { login: "loginForm", authenticate: "authenticateForm", add: "addForm" };
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const kind = form.dataset.passkey;
    window.allauth.webauthn.forms[bind[kind]]({
      ids: {
        login: "passkey-go", authenticate: "passkey-go", add: "passkey-go",
        credential: form.querySelector("[name=credential]").id,
        passwordless: "id_passwordless", data: "passkey-data",
      },
    });
    form.hidden = false;
  }
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    for (const place of document.querySelectorAll("[data-passkey-error]")) place.hidden = false;
  });
})();
