<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if>${under(b.title, "-")}

<#if b.codes?has_content>${p.codes(b.codes, "")}

</#if><#if b.html?has_content>${b.html}

</#if><#list b.resources as resource>${p.resource(resource)}
<#sep>

</#list>
</@p.block>
