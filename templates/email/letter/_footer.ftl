<#import "/email/letter/_text.ftl" as p>
<@p.block 2>
${under(t("rendering.about"), "-")}

${t("rendering.preferences")}${colon}
${footer.preferences}

${t("rendering.unsubscribe")}${t("rendering.unsubscribe_how")}${colon}
${footer.unsubscribe}

<#if footer.listName?has_content>${wrap(t("rendering.why") + " " + t("rendering.why_list", footer.listName) + " " + t("rendering.no_tracking"))}<#else>${wrap(t("rendering.why") + " " + t("rendering.why_any") + " " + t("rendering.no_tracking"))}</#if>

${wrap(footer.sender + footer.replyTo?has_content?then(" " + t("rendering.replies") + " " + footer.replyTo + ".", ""))}
<#if footer.disclaimer?has_content>${wrap(footer.disclaimer)}
</#if>
</@p.block>
