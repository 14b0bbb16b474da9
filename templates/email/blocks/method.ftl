<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if>${under(b.name, "-")}

<#if b.html?has_content>${b.html}

</#if><#if b.resource??>${p.resource(b.resource)}
</#if></@p.block>
