import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Interaction, InteractionResults, Provider } from "oidc-provider";
import { sendHtml } from "./html.ts";
import { consentPage, loginPage } from "./openid-pages.ts";

/** Shows a person what the provider wants to know, and hands it their answer. */
export async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  if (request.method === "POST") {
    const form = new URLSearchParams(await text(request));
    const result = await answer(provider, interaction, form);
    await provider.interactionFinished(request, response, result);
    return;
  }
  const isLogin = interaction.prompt.name === "login";
  sendHtml(response, isLogin ? loginPage(interaction.params) : consentPage());
}

async function answer(
  provider: Provider,
  interaction: Interaction,
  form: URLSearchParams,
): Promise<InteractionResults> {
  const account = form.get("account");
  if (form.has("cancel")) return { error: "access_denied", error_description: "The user refused." };
  if (account) return { login: { accountId: account } };
  return {
    ...interaction.lastSubmission,
    consent: { grantId: await grantAll(provider, interaction) },
  };
}

async function grantAll(provider: Provider, interaction: Interaction): Promise<string> {
  const { params, session, prompt, grantId } = interaction;
  const grant =
    (grantId ? await provider.Grant.find(grantId) : undefined) ??
    new provider.Grant({
      accountId: session?.accountId ?? "",
      clientId: String(params["client_id"]),
    });
  const { missingOIDCScope } = prompt.details as { missingOIDCScope?: string[] };
  if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(" "));
  return grant.save();
}
