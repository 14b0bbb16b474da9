<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if>${wrap(b.label?has_content?then(b.label + "  ", "") + b.text, "    ", "    ")}
<#if b.codes?has_content>
${p.codes(b.codes, "    ")}
</#if></@p.block>
