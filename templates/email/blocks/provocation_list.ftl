<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if><#if b.heading?has_content>${under(b.heading, "-")}

</#if><#list b.items as item>
${wrap(item.text, item.label?has_content?then(item.label + "  ", "- "), ""?left_pad(item.label?has_content?then(item.label?length + 2, 2)))}
<#if item.codes?has_content>${p.codes(item.codes, ""?left_pad(item.label?has_content?then(item.label?length + 2, 2)))}
</#if>
<#sep>

</#list>
</@p.block>
