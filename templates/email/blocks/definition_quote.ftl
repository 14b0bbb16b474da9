<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links "    ">
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if>${wrap(b.text, "    ", "    ")}
<#if b.source?has_content>${wrap(t("rendering.source") + " " + b.source + ((b.resource.number)!"")?has_content?then(" [" + ((b.resource.number)!"") + "]", "") + ((b.resource.login)!false)?then(" (" + t("rendering.login") + ")", ""), "    ", "    ")}
</#if><#if b.codes?has_content>
${p.codes(b.codes, "    ")}
</#if></@p.block>
