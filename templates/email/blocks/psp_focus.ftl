<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if><#if b.level gt 0>${under(t("rendering.codes"), "-")}

</#if>${p.codes(b.codes, "")}
<#if b.note?has_content>
${wrap(b.note)}
</#if></@p.block>
