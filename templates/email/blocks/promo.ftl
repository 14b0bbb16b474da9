<#import "/email/letter/_text.ftl" as p>
<@p.block b.gap b.links>
<#if b.eyebrow?has_content>${wrap(b.eyebrow)}
</#if>${under(b.heading, "-")}

<#if b.html?has_content>${b.html}

</#if><#list b.resources as resource>${wrap(resource.words + resource.number?has_content?then(" [" + resource.number + "]", "") + resource.login?then(" (" + t("rendering.login") + ")", ""))}
</#list>
</@p.block>
